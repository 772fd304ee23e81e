using System.Security.Cryptography;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// The key ceremony of a terminal: its master key comes as components, one line each from people who do not know the others', and is their XOR. After each component and in the end the check value is shown, by which they see that nobody mistyped.
/// </summary>
internal sealed class TerminalKeyLoading(JposDbContext db, DatabaseEngine engine, ISecurityModule security)
{
    private const int FewestComponents = 2;

    /// <param name="number">The terminal.</param>
    /// <param name="input">A component a line, hexadecimal; an empty line ends them.</param>
    /// <param name="output">Where check values are shown. Components never are.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The key was loaded.</returns>
    public async Task<bool> Run(string number, TextReader input, TextWriter output, CancellationToken cancellation)
    {
        await engine.BeginWriting(db, cancellation);
        if (!TerminalNumber.TryParse(number, out var parsed)
            || await db.Terminals.Include(terminal => terminal.Keys).SingleOrDefaultAsync(terminal => terminal.Number == parsed, cancellation) is not { } found)
        {
            await output.WriteLineAsync("There is no such terminal.");
            return false;
        }

        byte[]? key = null;
        try
        {
            var components = 0;
            while (true)
            {
                await output.WriteLineAsync($"Component {components + 1}, or an empty line to end:");
                if (await input.ReadLineAsync(cancellation) is not { Length: > 0 } line)
                {
                    break;
                }

                if (!TryAdd(found.KeyForm, line.Trim(), ref key, out var checkValue))
                {
                    await output.WriteLineAsync("That is no component of this terminal's form; nothing was loaded.");
                    return false;
                }

                components++;
                await output.WriteLineAsync($"Check value of component {components}: {checkValue}");
            }

            if (components < FewestComponents || !key.AsSpan().ContainsAnyExcept((byte)0))
            {
                await output.WriteLineAsync("A master key has two components or more, which differ; nothing was loaded.");
                return false;
            }

            found.Load(security.WrapMasterKey(found.Number, found.KeyForm, key));
            await db.SaveChangesAsync(cancellation);
            await db.Database.CommitTransactionAsync(cancellation);
            await output.WriteLineAsync($"The master key of {found.Number} was loaded. Check value: {Convert.ToHexString(security.CheckMasterKey(found.KeyForm, key))}");
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private bool TryAdd(Domain.Terminals.KeyForm form, string line, ref byte[]? key, out string checkValue)
    {
        checkValue = "";
        if (line.Length % 2 != 0 || !line.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var component = Convert.FromHexString(line);
        try
        {
            checkValue = Convert.ToHexString(security.CheckMasterKey(form, component));
            key ??= new byte[component.Length];
            for (var at = 0; at < component.Length; at++)
            {
                key[at] ^= component[at];
            }

            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(component);
        }
    }
}
