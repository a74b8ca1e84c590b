return await Kominkan.Host.Commands.Cli.RunAsync(args);
