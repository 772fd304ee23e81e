namespace Jpos.Domain.Cards;

/// <summary>The fields of a member that the back office sets. Unknown values are empty.</summary>
/// <param name="Name">The name.</param>
/// <param name="Grade">The grade, which decides the rate of points.</param>
public sealed record MemberProfile(string Name, Grade Grade) : IProfile
{
    public const int LongestName = 100;
    public const int LongestAddress = 200;
    public const int LongestEmail = 100;

    /// <summary>The allowed values of <see cref="Gender"/>.</summary>
    public const string GenderForm = "one of: 00 (unknown), 01 (male), 02 (female)";

    /// <summary>The allowed form of <see cref="Email"/>.</summary>
    public const string EmailForm = "an e-mail address, such as li@example.org";

    /// <summary>01 male, 02 female, 00 unknown.</summary>
    public string Gender { get; init; } = "00";

    /// <summary>The mobile number; null for none.</summary>
    public MobileNumber? Mobile { get; init; }

    /// <summary>The identity document; null to leave it unchanged.</summary>
    public IdentityDocument? Document { get; init; }

    public string Address { get; init; } = "";

    public string Email { get; init; } = "";

    bool IProfile.ChangesIdentityDocument => Document is not null;

    /// <summary>Returns whether a text is a value of <see cref="Gender"/>.</summary>
    public static bool IsGender(string text) => text is "00" or "01" or "02";

    /// <summary>Returns whether a text is a value of <see cref="Email"/>: empty, or with text on both sides of one at sign.</summary>
    public static bool IsEmail(string text) =>
        text.Length == 0 || (text.Count(letter => letter == '@') == 1 && !text.Any(char.IsWhiteSpace) && text[0] != '@' && text[^1] != '@');
}
