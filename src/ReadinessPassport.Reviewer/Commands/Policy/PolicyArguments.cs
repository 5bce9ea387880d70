using System.CommandLine;

namespace ReadinessPassport.Reviewer.Commands.Policy;

/// <summary>Arguments and options that several policy commands have.</summary>
internal static class PolicyArguments
{
    public static Argument<string> PathIn() => new("PATH") { Description = "an agreement's file, or a policy folder" };

    public static Argument<string[]> PathsIn() => new("PATH") { Description = "agreements' files, or a policy folder", Arity = ArgumentArity.OneOrMore };

    public static Option<bool> Demonstration() => new("--demonstration") { Description = "take law packs read by nobody but the demonstration as read" };

    public static Option<bool> LawsAsRead() => new("--laws-as-read") { Description = "take stub law packs as if counsel had read them" };

    public static Option<bool> AgreementOnly() => new("--agreement-only") { Description = "leave law packs out: what the agreement alone says" };

    public static Option<bool> AsIs() => new("--as-is") { Description = "take neither signatures nor status as given" };
}
