using System.Globalization;
using System.Text;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The signature of a message and the bytes that its MAC covers, exactly as received (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
/// <param name="Mac">The header <c>X-Jpos-Mac</c>, hexadecimal in either case.</param>
/// <param name="Time">The header <c>X-Jpos-Time</c>, Unix seconds; empty if missing.</param>
/// <param name="Path">The path of the request, without its query.</param>
/// <param name="Body">The bytes of the body.</param>
public sealed record MessageSignature(string Mac, string Time, string Path, byte[] Body)
{
    // 9999-12-31T23:59:59Z, the last instant that a DateTime holds.
    private const long LastInstantSeconds = 253_402_300_799;

    /// <summary>The cached results of the MAC by pair of keys.</summary>
    private readonly List<(long Pair, byte[] WrappedMacKey, bool IsRight)> results = [];

    /// <summary>The MAC; empty, and therefore wrong, if it was not hexadecimal.</summary>
    public byte[] MacBytes { get; } = Mac.Length % 2 == 0 && Mac.All(char.IsAsciiHexDigit) ? Convert.FromHexString(Mac) : [];

    /// <summary>The time at which the message claims to be made, UTC; null if missing.</summary>
    public DateTime? SignedAt { get; } = long.TryParse(Time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastInstantSeconds
        ? DateTime.UnixEpoch.AddSeconds(seconds)
        : null;

    /// <summary>The bytes that the message's MAC covers. The path is included, because a message and its reversal have the same body.</summary>
    public byte[] Input => [.. Encoding.UTF8.GetBytes($"POST\n{Path}\n{Time}\n"), .. Body];

    /// <summary>Returns whether the message's MAC is correct under a pair of keys. The result is cached, so that it is normally computed before the message is queued.</summary>
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

    /// <summary>The bytes that the answer's MAC covers. The message's MAC is included, so that the answer fits no other message.</summary>
    public byte[] AnswerInput(byte[] answer) => [.. Encoding.UTF8.GetBytes($"RESP\n{Path}\n{Mac}\n"), .. answer];

    public override string ToString() => "***";
}
