using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Domain.Keys;
using MediatR;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// The key ceremony of a terminal. People who do not know each other's components enter one component in each line; the master key is their XOR. The check value is shown after each component and at the end, so that a typing error is noticed.
/// </summary>
internal sealed class TerminalKeyLoading(JposDbContext db, IMediator mediator, IKeyManagement keys)
{
    /// <param name="number">The terminal.</param>
    /// <param name="input">One component in each line, hexadecimal; an empty line ends the input.</param>
    /// <param name="output">Receives the check values. Components are never written.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>Whether the key was loaded.</returns>
    public async Task<bool> Run(string number, TextReader input, TextWriter output, CancellationToken cancellation)
    {
        if (!TerminalNumber.TryParse(number, out var terminal)
            || await db.Terminals.AsNoTracking().SingleOrDefaultAsync(row => row.Number == terminal, cancellation) is not { } found)
        {
            await output.WriteLineAsync("TERMINAL must be the number of an existing terminal.");
            return false;
        }

        var components = new List<byte[]>();
        byte[] key = [];
        try
        {
            while (true)
            {
                await output.WriteLineAsync($"Enter component {components.Count + 1} in hexadecimal, or an empty line to finish:");
                if (await input.ReadLineAsync(cancellation) is not { Length: > 0 } line)
                {
                    break;
                }

                if (!TryRead(found.KeyAlgorithm, line.Trim(), out var component, out var checkValue))
                {
                    await output.WriteLineAsync("The component does not fit the key algorithm of this terminal. Nothing was loaded.");
                    return false;
                }

                components.Add(component);
                await output.WriteLineAsync($"Check value of component {components.Count}: {checkValue}");
            }

            if (components.Count < LoadMasterKey.FewestComponents)
            {
                await output.WriteLineAsync("A master key needs at least two components. Nothing was loaded.");
                return false;
            }

            key = LoadMasterKey.Combine(components);
            var check = keys.CheckMasterKey(found.KeyAlgorithm, key);
            await output.WriteLineAsync($"Check value of the master key: {Convert.ToHexString(check)}. Type yes to load it:");
            if (await input.ReadLineAsync(cancellation) != "yes")
            {
                await output.WriteLineAsync("Nothing was loaded.");
                return false;
            }

            // No lock is held while people type; only the final command is a unit of work.
            var loaded = await mediator.Send(new LoadMasterKey(terminal, components, check) { Caller = Caller.LocalOperator }, cancellation);
            await output.WriteLineAsync(loaded.Problem?.Detail ?? $"Loaded the master key of terminal {terminal}. The terminal must check in again.");
            return loaded.Problem is null;
        }
        finally
        {
            components.ForEach(component => CryptographicOperations.ZeroMemory(component));
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private bool TryRead(KeyAlgorithm form, string line, [NotNullWhen(true)] out byte[]? component, out string checkValue)
    {
        (component, checkValue) = (null, "");
        if (line.Length % 2 != 0 || !line.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var read = Convert.FromHexString(line);
        try
        {
            checkValue = Convert.ToHexString(keys.CheckMasterKey(form, read));
            component = read;
            return true;
        }
        catch (ArgumentException)
        {
            CryptographicOperations.ZeroMemory(read);
            return false;
        }
    }
}
