using System.Globalization;
using System.Text;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>How a message was signed, and what its MAC has to be over: everything as it came (protocol §9).</summary>
/// <param name="Mac">The header <c>X-Jpos-Mac</c>, hexadecimal in either case.</param>
/// <param name="Time">The header <c>X-Jpos-Time</c>, Unix seconds; empty if there was none.</param>
/// <param name="Path">The path of the request, without its query.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record MessageSignature(string Mac, string Time, string Path, byte[] Body)
{
    // 9999-12-31T23:59:59Z, the last instant that a DateTime holds.
    private const long LastInstantSeconds = 253_402_300_799;

    /// <summary>What came of the MAC under each pair of keys that was tried.</summary>
    private readonly List<(long Pair, byte[] WrappedMacKey, bool IsRight)> results = [];

    /// <summary>The MAC; empty, and so a wrong one, if it was not hexadecimal.</summary>
    public byte[] MacBytes { get; } = Mac.Length % 2 == 0 && Mac.All(char.IsAsciiHexDigit) ? Convert.FromHexString(Mac) : [];

    /// <summary>When the message says that it was made, UTC; null if it does not say it.</summary>
    public DateTime? SignedAt { get; } = long.TryParse(Time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastInstantSeconds
        ? DateTime.UnixEpoch.AddSeconds(seconds)
        : null;

    /// <summary>What the message's MAC is over. The path is inside, since a message and its reversal have the same body.</summary>
    public byte[] Input => [.. Encoding.UTF8.GetBytes($"POST\n{Path}\n{Time}\n"), .. Body];

    /// <summary>Returns whether the message's MAC is right under a pair of keys. The same bytes and the same key always give the same answer, so it is worked out once: as a rule before the message waits for its unit of work.</summary>
    public bool IsRight(ISecurityModule security, Terminal terminal, WorkingKeys pair)
    {
        lock (results)
        {
            foreach (var (number, key, known) in results)
            {
                if (number == pair.Number && key.AsSpan().SequenceEqual(pair.WrappedMacKey))
                {
                    return known;
                }
            }
        }

        var isRight = security.VerifyMac(terminal, pair, Input, MacBytes);
        lock (results)
        {
            results.Add((pair.Number, pair.WrappedMacKey, isRight));
        }

        return isRight;
    }

    /// <summary>What the answer's MAC is over. The message's MAC is inside, so that it is an answer to no other message.</summary>
    public byte[] AnswerInput(byte[] answer) => [.. Encoding.UTF8.GetBytes($"RESP\n{Path}\n{Mac}\n"), .. answer];

    public override string ToString() => "***";
}
