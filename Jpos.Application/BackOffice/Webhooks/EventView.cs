using System.Globalization;
using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>An event, as subscribers receive it.</summary>
/// <param name="Id">The id, equal for all subscriptions and all attempts.</param>
/// <param name="Type">The name of the event.</param>
/// <param name="Timestamp">The time of the event, UTC.</param>
/// <param name="Data">The content: a <see cref="TransactionEvent"/>, a <see cref="CardEvent"/>, or the view of a settled batch.</param>
public sealed record EventView(string Id, string Type, DateTime Timestamp, object Data)
{
    public static EventView Of(long id, EventTypes type, DateTime at, object data) => new(IdOf(id), type.Name(), at, data);

    public static string IdOf(long id) => string.Create(CultureInfo.InvariantCulture, $"evt_{id}");
}
