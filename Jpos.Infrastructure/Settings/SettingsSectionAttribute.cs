namespace Jpos.Infrastructure.Settings;

/// <summary>Says which section of the settings a class describes. Several classes may share a section; on an assembly it speaks for a class of another project.</summary>
/// <param name="path">The section, as in <c>Jpos:Protocol</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SettingsSectionAttribute(string path) : Attribute
{
    public string Path { get; } = path;

    /// <summary>The class that describes the section; null for the class that has the attribute.</summary>
    public Type? Type { get; init; }
}
