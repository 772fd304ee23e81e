namespace Jpos.Domain.Access;

/// <summary>
/// The one rule of who may approve what somebody else asked for: another person. A person is the subject of an OpenID Connect provider, or the API key that was made at the machine and from which all other keys of the chain come.
/// </summary>
public static class FourEyes
{
    /// <summary>The longest name of a person.</summary>
    public const int LongestPerson = 200;

    /// <summary>Returns whether two persons are different, so that one of them may approve what the other asked for.</summary>
    public static bool AreMet(string asker, string approver) => !string.Equals(asker, approver, StringComparison.Ordinal);
}
