namespace Jpos.Application.BackOffice.Requests;

/// <summary>A text that a caller wrote for other people.</summary>
/// <param name="Field">The field of the text.</param>
/// <param name="Text">The text.</param>
public sealed record FreeText(string Field, string Text);
