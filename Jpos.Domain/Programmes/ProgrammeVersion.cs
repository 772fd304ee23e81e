namespace Jpos.Domain.Programmes;

/// <summary>Rules that are valid from one instant. A version never changes, and new rules are a new version, so every award can be explained later.</summary>
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

    /// <summary>Its number, from 1. The highest one is valid.</summary>
    public int Number { get; private set; }

    public ProgrammeRules Rules { get; private set; } = new();

    /// <summary>The time at which it was created, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>The caller who made it.</summary>
    public string By { get; private set; } = "";
}
