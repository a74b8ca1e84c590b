using System.Reflection;
using System.Runtime.Loader;

namespace Kominkan.Host;

/// <summary>Modules that were built elsewhere: each folder below <c>Plugins__Path</c> is one published plugin, its assembly has the folder's name.</summary>
internal static class Plugins
{
    /// <exception cref="WrongConfiguration">The folder is missing, or something in it is not a plugin of this version.</exception>
    public static IEnumerable<Assembly> Load(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return [];
        }

        return Directory.Exists(path)
            ? [.. Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal).Select(LoadOne)]
            : throw Wrong($"フォルダー「{path}」がありません。");
    }

    private static Assembly LoadOne(string folder)
    {
        var file = Path.GetFullPath(Path.Combine(folder, Path.GetFileName(folder) + ".dll"));
        if (!File.Exists(file))
        {
            throw Wrong($"「{folder}」に {Path.GetFileName(file)} がありません。");
        }

        try
        {
            var assembly = new PluginContext(file).LoadFromAssemblyPath(file);
            return assembly.GetExportedTypes().Any(t => t is { IsAbstract: false } && typeof(IModule).IsAssignableFrom(t))
                ? assembly
                : throw Wrong($"「{file}」に、公開された IModule のクラスがありません。");
        }
        catch (BadImageFormatException)
        {
            throw Wrong($"「{file}」は .NET のアセンブリではありません。");
        }
        catch (Exception e) when (e is TypeLoadException or MissingMemberException or FileNotFoundException or FileLoadException)
        {
            throw Wrong($"「{file}」は、このバージョンの Kominkan と合いません。このバージョンの契約で作り直してください。");
        }
    }

    private static WrongConfiguration Wrong(string sentence) => new("Plugins__Path", sentence);

    /// <summary>What the host has is the host's: contracts must be the same types on both sides.</summary>
    private sealed class PluginContext(string file) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(file))
    {
        private readonly AssemblyDependencyResolver resolver = new(file);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            try
            {
                return Default.LoadFromAssemblyName(assemblyName);
            }
            catch (FileNotFoundException)
            {
                return resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
            }
        }
    }
}
