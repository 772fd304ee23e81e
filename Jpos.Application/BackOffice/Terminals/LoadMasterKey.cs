using System.Security.Cryptography;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Gives a terminal its master key, the XOR of its components, if its check value is the one expected (protocol §9). The terminal has to sign on afterwards.</summary>
public sealed record LoadMasterKey(TerminalNumber Number, IReadOnlyList<byte[]> Components, byte[] CheckValue) : Act<TerminalView>
{
    /// <summary>One person alone is not to know the key.</summary>
    public const int FewestComponents = 2;

    public const int CheckValueLength = 4;

    public override TerminalNumber? TouchesTerminal => Number;
}

public sealed class LoadMasterKeyHandler(TerminalSteps steps, ISecurityModule security) : IRequestHandler<LoadMasterKey, Result<TerminalView>>
{
    public async Task<Result<TerminalView>> Handle(LoadMasterKey request, CancellationToken cancellationToken)
    {
        if (await steps.Find(request.Caller, request.Number, cancellationToken) is not { } terminal)
        {
            return ActSteps.Missing;
        }

        var length = request.Components[0].Length;
        if (request.Components.Any(component => component.Length != length))
        {
            return new Problem(Failure.Invalid, "The components differ in length.", "components");
        }

        var key = new byte[length];
        try
        {
            foreach (var component in request.Components)
            {
                for (var at = 0; at < length; at++)
                {
                    key[at] ^= component[at];
                }
            }

            if (!key.AsSpan().ContainsAnyExcept((byte)0))
            {
                return new Problem(Failure.Invalid, "The components cancel each other out.", "components");
            }

            if (!CryptographicOperations.FixedTimeEquals(security.CheckMasterKey(terminal.KeyForm, key), request.CheckValue))
            {
                return new Problem(Failure.Invalid, "The key that the components make has another check value.", "checkValue");
            }

            var wrapped = security.WrapMasterKey(terminal.Number, terminal.KeyForm, key);
            return await steps.Change(request, request.Number, changed => changed.Load(wrapped), cancellationToken);
        }
        catch (ArgumentException)
        {
            return new Problem(Failure.Invalid, $"The components have not the length of a key of {terminal.KeyForm}.", "components");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
