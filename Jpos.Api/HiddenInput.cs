namespace Jpos.Api;

/// <summary>Lines of a person at a terminal that are not shown while they are typed: who stands behind sees nothing, and nothing stays on the screen.</summary>
internal sealed class HiddenInput : TextReader
{
    /// <summary>What people type, or what comes from a file or another program.</summary>
    public static TextReader OfConsole => Console.IsInputRedirected ? Console.In : new HiddenInput();

    public override string? ReadLine()
    {
        var line = new System.Text.StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    return line.ToString();
                case ConsoleKey.Backspace:
                    line.Length = Math.Max(0, line.Length - 1);
                    break;
                default:
                    line.Append(key.KeyChar);
                    break;
            }
        }
    }

    public override Task<string?> ReadLineAsync() => Task.FromResult(ReadLine());

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => ValueTask.FromResult(ReadLine());
}
