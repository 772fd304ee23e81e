namespace Jpos.Domain.Cards;

/// <summary>What the back office says of a member; what is not known is empty.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Grade">By which they earn.</param>
public sealed record MemberProfile(string Name, Grade Grade) : IProfile
{
    public const int LongestName = 100;
    public const int LongestAddress = 200;
    public const int LongestEmail = 100;

    /// <summary>What <see cref="Gender"/> may be.</summary>
    public const string GenderForm = "one of: 00 (unknown), 01 (male), 02 (female)";

    /// <summary>What <see cref="Email"/> may be.</summary>
    public const string EmailForm = "an e-mail address, such as li@example.org";

    /// <summary>01 male, 02 female, 00 unknown.</summary>
    public string Gender { get; init; } = "00";

    /// <summary>Null for none.</summary>
    public MobileNumber? Mobile { get; init; }

    /// <summary>An identity document; null if nothing is said of it.</summary>
    public IdentityDocument? Document { get; init; }

    public string Address { get; init; } = "";

    public string Email { get; init; } = "";

    bool IProfile.ChangesIdentityDocument => Document is not null;

    /// <summary>Whether a text is one for <see cref="Gender"/>.</summary>
    public static bool IsGender(string text) => text is "00" or "01" or "02";

    /// <summary>Whether a text is one for <see cref="Email"/>: empty, or something on both sides of one at sign.</summary>
    public static bool IsEmail(string text) =>
        text.Length == 0 || (text.Count(letter => letter == '@') == 1 && !text.Any(char.IsWhiteSpace) && text[0] != '@' && text[^1] != '@');
}
