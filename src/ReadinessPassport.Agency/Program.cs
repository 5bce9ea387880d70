using System.CommandLine;
using ReadinessPassport.Agency.Commands.Assess;
using ReadinessPassport.Agency.Commands.Clk;
using ReadinessPassport.Agency.Commands.Keys;
using ReadinessPassport.Agency.Commands.Packages;
using ReadinessPassport.Agency.Commands.Witnessing;
using ReadinessPassport.CommandLine;

// One line a command; each makes itself in its own file under Commands/.
var root = new RootCommand("The data owner's edge: reads an agency's own files, encodes identifiers under a key the hub never has, and sends encodings and coded facts.")
{
    KeyCommands.Create(),
    AssessCommand.Create(),
    ClkCommand.Create(),
    InspectCommand.Create(),
    WitnessCommand.Create(),
};
return await CommandLineProgram.InvokeAsync(root, args);
