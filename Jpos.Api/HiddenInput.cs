namespace Jpos.Api;

/// <summary>Reads lines from the console without echo, so that key components are neither visible to bystanders nor left on the screen.</summary>
internal sealed class HiddenInput : TextReader
{
    /// <summary>Returns the console's input without echo, or the redirected input of a file or program.</summary>
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
