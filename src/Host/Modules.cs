using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Kominkan.Host;

/// <summary>Finds the modules, drops those switched off and refuses to start when one of them is needed by another.</summary>
internal sealed class Modules : IPermissions
{
    private Modules(IReadOnlyList<IModule> enabled) =>
        (Enabled, Permissions) = (enabled, [.. enabled.SelectMany(m => m.Permissions)]);

    /// <summary>Every module that is on, lower ones first.</summary>
    public IReadOnlyList<IModule> Enabled { get; }

    public IReadOnlyList<Permission> Permissions { get; }

    IReadOnlyList<Permission> IPermissions.All => Permissions;

    public IEnumerable<MenuItem> Menu => Enabled.SelectMany(m => m.Menu).OrderBy(i => i.Order);

    public IEnumerable<RecurringJob> Jobs => Enabled.SelectMany(m => m.Jobs).Append(SweepUploads.Job);

    /// <exception cref="WrongConfiguration">A module is off that another needs, or a plugin folder cannot be loaded.</exception>
    public static Modules Find(ApplicationPartManager parts, IConfiguration configuration)
    {
        foreach (var assembly in Plugins.Load(configuration["Plugins:Path"]))
        {
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
            {
                parts.ApplicationParts.Add(part);
            }
        }

        var found = parts.ApplicationParts.OfType<AssemblyPart>().Select(p => p.Assembly).Distinct()
            .SelectMany(a => a.GetExportedTypes().Where(t => t is { IsAbstract: false } && typeof(IModule).IsAssignableFrom(t)))
            .Select(t => (IModule)Activator.CreateInstance(t)!)
            .GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Count() == 1 ? same.First() : throw new WrongConfiguration("Plugins__Path", $"モジュール {same.Key} が2つあります。片方のフォルダーを外してください。"))
            .ToDictionary(m => m.GetType().Assembly.GetName().Name!);
        if (configuration.GetSection("Modules").GetChildren().FirstOrDefault(s => found.Values.All(m => !string.Equals(m.Name, s.Key, StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            throw new WrongConfiguration($"Modules__{unknown.Key}__Enabled", $"「{unknown.Key}」というモジュールはありません。使えるのは {string.Join("、", found.Values.Select(m => m.Name).Order(StringComparer.Ordinal))} です。");
        }

        var off = found.Values.Where(m => !configuration.GetValue($"Modules:{m.Name}:Enabled", true)).ToHashSet();
        foreach (var module in found.Values.Except(off))
        {
            var missing = Needs(module).Select(n => found.GetValueOrDefault(n)).FirstOrDefault(m => m is not null && off.Contains(m));
            if (missing is not null)
            {
                throw new WrongConfiguration($"Modules__{missing.Name}__Enabled", $"モジュール {module.Name} は {missing.Name} を必要とします。{missing.Name} を有効にするか、Modules__{module.Name}__Enabled も false にしてください。");
            }
        }

        foreach (var part in parts.ApplicationParts.Where(p => off.Any(m => Belongs(p, m))).ToList())
        {
            parts.ApplicationParts.Remove(part);
        }

        var order = new List<IModule>();
        void Place(IModule module)
        {
            foreach (var lower in Needs(module).Select(n => found.GetValueOrDefault(n)).OfType<IModule>())
            {
                Place(lower);
            }

            if (!order.Contains(module))
            {
                order.Add(module);
            }
        }

        foreach (var module in found.Values.Except(off).OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            Place(module);
        }

        return new Modules(order);
    }

    private static IEnumerable<string> Needs(IModule module) =>
        module.GetType().Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Kominkan.", StringComparison.Ordinal));

    private static bool Belongs(ApplicationPart part, IModule module) => part switch
    {
        AssemblyPart p => p.Assembly == module.GetType().Assembly,
        CompiledRazorAssemblyPart p => p.Assembly == module.GetType().Assembly,
        _ => false,
    };
}
