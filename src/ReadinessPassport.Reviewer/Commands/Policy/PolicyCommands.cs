using System.CommandLine;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary><c>passport-review policy …</c></summary>
internal static class PolicyCommands
{
    public static Command Create() => new("policy", "Reads, proves, compares and signs what agencies agreed.")
    {
        PrintCommand.Create(),
        CheckCommand.Create(),
        MatrixCommand.Create(),
        DiffCommand.Create(),
        ExplainCommand.Create(),
        TestCommand.Create(),
        SignCommand.Create(),
        SimulateCommand.Create(),
        SchemaCommand.Create(),
        KeyCommand.Create(),
    };
}
