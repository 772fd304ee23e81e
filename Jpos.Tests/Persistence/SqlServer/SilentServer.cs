using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Data.SqlClient;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>A connection to a SQL Server that is none: it keeps what it is sent, and answers what <see cref="CannedAnswers"/> says.</summary>
internal sealed class SilentServer(List<string> sent) : DbConnection
{
    private ConnectionState state;

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=none;Database=jpos";

    public override string Database => "jpos";

    public override string DataSource => "none";

    public override string ServerVersion => "16.00.0000";

    public override ConnectionState State => state;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new Command(sent) { Connection = this };

    private sealed class Transaction(SilentServer server, IsolationLevel isolation) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => isolation;

        protected override DbConnection DbConnection => server;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    /// <summary>Takes the parameters of the real driver, which is what the provider gives it.</summary>
    private sealed class Command(List<string> sent) : DbCommand
    {
        private readonly SqlCommand parameters = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            sent.Add(CommandText);
            return CommandText.Contains("AS [new]", StringComparison.Ordinal) ? parameters.Parameters.Cast<SqlParameter>().Sum(rows => JsonDocument.Parse((string)rows.Value).RootElement.GetArrayLength()) : 1;
        }

        public override object? ExecuteScalar()
        {
            sent.Add(CommandText);
            return 1;
        }

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            sent.Add(CommandText);
            return new DataTableReader(CannedAnswers.To(CommandText));
        }

        protected override void Dispose(bool disposing)
        {
            parameters.Dispose();
            base.Dispose(disposing);
        }
    }
}
