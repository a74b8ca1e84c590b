using System.Reflection;
using Kominkan.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Architecture.Tests;

/// <summary>The program as it is put together, started once for all tests of this project.</summary>
internal static class Program
{
    private static readonly Lazy<Task<KominkanApp>> Started = new(() => KominkanApp.StartAsync());

    public static Task<KominkanApp> AppAsync() => Started.Value;

    /// <summary>The shared kernel and the modules.</summary>
    public static IEnumerable<Assembly> Assemblies =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Kominkan.*.dll").Select(f => Assembly.LoadFrom(f))
            .Where(a => a == typeof(IModule).Assembly || Modules(a).Any());

    /// <summary>Permissions by key, from the modules' tables of contents.</summary>
    public static async Task<Modules> ModulesAsync() => (await AppAsync()).Services.GetRequiredService<Modules>();

    private static IEnumerable<Type> Modules(Assembly assembly) =>
        assembly.GetExportedTypes().Where(t => t is { IsAbstract: false } && typeof(IModule).IsAssignableFrom(t));
}
