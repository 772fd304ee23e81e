using System.Globalization;
using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>An event, as it is sent.</summary>
/// <param name="Id">The same for all who are told of it, and each time that they are.</param>
/// <param name="Type">Its name.</param>
/// <param name="Timestamp">When it was, UTC.</param>
/// <param name="Data">What it was: a <see cref="TransactionEvent"/>, a <see cref="CardEvent"/>, or a settled batch as the back office sees it.</param>
public sealed record EventView(string Id, string Type, DateTime Timestamp, object Data)
{
    public static EventView Of(long id, EventTypes type, DateTime at, object data) => new(IdOf(id), type.Name(), at, data);

    public static string IdOf(long id) => string.Create(CultureInfo.InvariantCulture, $"evt_{id}");
}
