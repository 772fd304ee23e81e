using Jpos.Application.Ports;

namespace Jpos.Application.Messages;

/// <summary>What a reversal needs besides.</summary>
public sealed record ReversalSteps(TransactionSteps Transactions, IBatches Batches, IAlerts Alerts, Undoing Undoing);
