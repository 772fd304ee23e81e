namespace Jpos.Infrastructure.Settings;

/// <summary>Names the section of the settings that a class describes. Several classes may share a section. On an assembly, the attribute describes a class of another project.</summary>
/// <param name="path">The section, such as <c>Jpos:Protocol</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SettingsSectionAttribute(string path) : Attribute
{
    public string Path { get; } = path;

    /// <summary>The class that describes the section; null for the class with the attribute.</summary>
    public Type? Type { get; init; }
}
