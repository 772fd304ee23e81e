namespace Jpos.Tests.Hosting;

/// <param name="Answer">What was answered.</param>
/// <param name="Mac">Its MAC; null if it was not signed.</param>
/// <param name="IsVerified">The MAC is the right one.</param>
internal sealed record SignedAnswer(TerminalAnswerText Answer, string? Mac, bool IsVerified)
{
    public string Status => Answer.Status;
}
