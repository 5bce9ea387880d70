using System.CommandLine;
using ReadinessPassport.CommandLine;
using ReadinessPassport.Service.Commands;

// The hub's commands, one file each under Commands/. The hub's slices are listed in Hub.cs.
var root = new RootCommand("The Readiness Passport hub: links encodings, knows no names, and lets nothing out that no agreement allows.")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    AgencyCommand.Create(),
    UserCommand.Create(),
    LogCommand.Create(),
};
return await CommandLineProgram.InvokeAsync(root, args);
