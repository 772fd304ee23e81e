namespace Jpos.Application.BackOffice.Requests;

/// <summary>What somebody wrote in their own words for others to read.</summary>
/// <param name="Field">The field that it came in.</param>
/// <param name="Text">The words.</param>
public sealed record FreeText(string Field, string Text);
