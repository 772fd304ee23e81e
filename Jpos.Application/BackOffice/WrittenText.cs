namespace Jpos.Application.BackOffice;

/// <summary>What somebody wrote in their own words for others to read.</summary>
/// <param name="Field">The field that it came in.</param>
/// <param name="Text">The words.</param>
public sealed record WrittenText(string Field, string Text);
