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
        if (!TerminalNumber.TryParse(number, out var terminal)
            || await db.Terminals.AsNoTracking().SingleOrDefaultAsync(row => row.Number == terminal, cancellation) is not { } found)
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

            await output.WriteLineAsync($"Check value of the master key: {Convert.ToHexString(security.CheckMasterKey(found.KeyForm, key))}. Type yes to load it:");
            if (await input.ReadLineAsync(cancellation) != "yes")
            {
                await output.WriteLineAsync("Nothing was loaded.");
                return false;
            }

            await Load(terminal, key, cancellation);
            await output.WriteLineAsync($"The master key of {terminal} was loaded. It has to sign on again.");
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>A short unit of work: nothing is locked while people type.</summary>
    private async Task Load(TerminalNumber number, byte[]? key, CancellationToken cancellation)
    {
        await engine.BeginWriting(db, cancellation);
        var terminal = await db.Terminals.Include(row => row.Keys).SingleAsync(row => row.Number == number, cancellation);
        terminal.Load(security.WrapMasterKey(number, terminal.KeyForm, key));
        await db.SaveChangesAsync(cancellation);
        await db.Database.CommitTransactionAsync(cancellation);
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
