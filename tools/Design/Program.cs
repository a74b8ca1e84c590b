using Kominkan.SharedKernel;
using Kominkan.SharedKernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// What `dotnet ef` starts to learn the contexts: both engines' of every module, without a database behind them.
var builder = Host.CreateApplicationBuilder();
var modules = Directory.EnumerateFiles(AppContext.BaseDirectory, "Kominkan.*.dll")
    .SelectMany(f => System.Reflection.Assembly.LoadFrom(f).GetExportedTypes())
    .Where(t => t is { IsAbstract: false } && typeof(IModule).IsAssignableFrom(t));
var services = new ServiceCollection();
SharedKernelDb.AddTo(services);
foreach (var module in modules.Select(t => (IModule)Activator.CreateInstance(t)!))
{
    module.AddServices(services);
}

foreach (var database in services.Where(s => s.ServiceType == typeof(ModuleDatabase)).Select(s => (ModuleDatabase)s.ImplementationInstance!))
{
    Add(database, database.Context, Provider.Sqlite);
    Add(database, database.PostgresContext, Provider.Postgres);
}

builder.Build();

void Add(ModuleDatabase database, Type context, Provider provider)
{
    var options = ModuleDatabaseExtensions.Options(context, database.Name, provider);
    builder.Services.AddSingleton(options);
    builder.Services.AddScoped(context, _ => (DbContext)Activator.CreateInstance(context, options)!);
}
