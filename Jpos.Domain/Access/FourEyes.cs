namespace Jpos.Domain.Access;

/// <summary>
/// The rule for approvals: a different person must decide. A person is the subject of an OpenID Connect provider, or the API key that was made on the host and from which all other keys of its chain derive.
/// </summary>
public static class FourEyes
{
    /// <summary>The longest name of a person.</summary>
    public const int LongestPerson = 200;

    /// <summary>Returns whether two persons are different, so that one of them may approve the request of the other.</summary>
    public static bool AreMet(string asker, string approver) => !string.Equals(asker, approver, StringComparison.Ordinal);
}
