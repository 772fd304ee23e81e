namespace Jpos.Domain.Programmes;

/// <summary>Rules that held from some moment on. None is ever changed: other rules are another version, so that what was earned can be explained for good.</summary>
public sealed class ProgrammeVersion
{
    private ProgrammeVersion()
    {
    }

    public ProgrammeVersion(int number, ProgrammeRules rules, DateTime since, string by)
    {
        Number = number;
        Rules = rules;
        Since = since;
        By = by;
    }

    /// <summary>From 1 on; the highest one holds.</summary>
    public int Number { get; private set; }

    public ProgrammeRules Rules { get; private set; } = new();

    /// <summary>When it was made, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Who made it.</summary>
    public string By { get; private set; } = "";
}
