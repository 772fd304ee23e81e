namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>What a reversal needs besides.</summary>
public sealed record ReversalDependencies(TransactionDependencies Transactions, IBatches Batches, IAlerts Alerts, TransactionUndo Undoing);
