using System.Collections.Concurrent;
using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>
/// A token that this host is logged in to, with some sessions that calls take turns in: a session serves one call at a time. Objects that live as long as a session live as long as this does, and any of its sessions may use and destroy them.
/// </summary>
internal sealed class Pkcs11Token : IDisposable
{
    /// <summary>Well below any deadline of a message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ISlot slot;
    private readonly List<ISession> sessions = [];
    private readonly BlockingCollection<ISession> idle = [];

    private Pkcs11Token(ISlot slot) => this.slot = slot;

    /// <summary>What this host asks of a token.</summary>
    public static IReadOnlyList<CKM> Mechanisms { get; } =
    [
        CKM.CKM_AES_KEY_GEN, CKM.CKM_GENERIC_SECRET_KEY_GEN, CKM.CKM_AES_KEY_WRAP, CKM.CKM_SHA256_HMAC, CKM.CKM_DES3_ECB, CKM.CKM_DES3_CBC, CKM.CKM_AES_ECB, CKM.CKM_AES_CMAC,
    ];

    /// <summary>Finds the token, sees that it can do what is asked of it, and logs in.</summary>
    /// <exception cref="InvalidOperationException">The library does not load, the token is not there, cannot do something, or refuses the PIN.</exception>
    public static Pkcs11Token Open(Pkcs11Settings settings)
    {
        var slot = Find(Pkcs11Libraries.Load(settings.Library), settings);
        if (Missing(slot.GetMechanismList()) is { Count: > 0 } missing)
        {
            throw new InvalidOperationException($"The token {settings.TokenLabel} lacks mechanisms that the host needs: {string.Join(", ", missing)}.");
        }

        var token = new Pkcs11Token(slot);
        try
        {
            for (var count = 0; count < settings.Sessions; count++)
            {
                // Nothing but a new host key is written to the token, and that has a session of its own.
                token.sessions.Add(slot.OpenSession(SessionType.ReadOnly));
            }

            LogIn(token.sessions[0], settings);
            token.sessions.ForEach(token.idle.Add);
            return token;
        }
        catch (Pkcs11Exception failure)
        {
            token.Dispose();
            throw new InvalidOperationException($"The token {settings.TokenLabel} cannot open {settings.Sessions} sessions ({failure.RV}). Lower {Pkcs11Settings.Section}:Sessions.");
        }
        catch
        {
            token.Dispose();
            throw;
        }
    }

    /// <summary>Which of the mechanisms that this host asks for are not among those of a token.</summary>
    public static IReadOnlyList<CKM> Missing(IEnumerable<CKM> offered) => [.. Mechanisms.Except(offered)];

    /// <summary>Does one thing in a session, when one is free. What it does must not take another one.</summary>
    /// <exception cref="TimeoutException">None was free in time.</exception>
    public T Use<T>(Func<ISession, T> work)
    {
        if (!idle.TryTake(out var session, Patience))
        {
            throw new TimeoutException("The token is busy: no session was free in time.");
        }

        try
        {
            return work(session);
        }
        finally
        {
            idle.Add(session);
        }
    }

    /// <summary>A session that may write to the token.</summary>
    public ISession OpenToWrite() => slot.OpenSession(SessionType.ReadWrite);

    /// <summary>Ends the sessions and with them their objects; ending the last one logs out.</summary>
    public void Dispose()
    {
        sessions.ForEach(session => session.Dispose());
        idle.Dispose();
    }

    private static ISlot Find(IPkcs11Library library, Pkcs11Settings settings)
    {
        var slots = library.GetSlotList(SlotsType.WithTokenPresent).FindAll(slot => slot.GetTokenInfo().Label == settings.TokenLabel);
        return slots switch
        {
            [var one] => one,
            [] => throw new InvalidOperationException($"{settings.Library} has no token with the label {settings.TokenLabel}. Correct {Pkcs11Settings.Section}:TokenLabel."),
            _ => throw new InvalidOperationException($"{settings.Library} has {slots.Count} tokens with the label {settings.TokenLabel}. {Pkcs11Settings.Section}:TokenLabel must be unique."),
        };
    }

    private static void LogIn(ISession session, Pkcs11Settings settings)
    {
        var pin = settings.ReadPin();
        try
        {
            session.Login(CKU.CKU_USER, pin);
        }
        catch (Pkcs11Exception failure) when (failure.RV is CKR.CKR_USER_ALREADY_LOGGED_IN)
        {
            // Who is logged in is the process, not the session: another host in it was first.
        }
        catch (Pkcs11Exception failure)
        {
            throw new InvalidOperationException($"The token {settings.TokenLabel} refused the PIN in the file of {Pkcs11Settings.Section}:PinFile ({failure.RV}).");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pin);
        }
    }
}
