using System.CommandLine;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Reviewer.Commands.Log;
using ReadinessPassport.Reviewer.Commands.Policy;

// One line per group of commands; each group lives in Commands/<Group>/.
var root = new RootCommand("The Readiness Passport reviewer's tool: reads agreements, shows what they allow, verifies what was done. Offline; trusts nobody.")
{
    PolicyCommands.Create(),
    LogCommands.Create(),
};
return await CommandLineProgram.InvokeAsync(root, args);
