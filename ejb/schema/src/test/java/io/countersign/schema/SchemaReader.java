package io.countersign.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What a schema is made of, a line for each part, the same words for both databases. */
final class SchemaReader {

    private static final String HISTORY = "schema_history";

    private SchemaReader() {}

    /** Type, length, nullability and default of each column. */
    static Set<String> columns(DataSource dataSource) throws SQLException {
        return lines(dataSource, """
                select table_name, column_name, data_type, coalesce(character_maximum_length, 0),
                  coalesce(datetime_precision, 0), is_nullable, is_identity,
                  case when is_identity = 'YES' then null else column_default end
                from information_schema.columns
                where table_schema = 'public' and table_name <> 'schema_history'""");
    }

    /** Kind of each constraint, with the name where we gave one: those of primary keys and checks are the database's own. */
    static Set<String> constraints(DataSource dataSource) throws SQLException {
        return lines(dataSource, """
                select table_name, constraint_type, case constraint_type when 'PRIMARY KEY' then '' else constraint_name end
                from information_schema.table_constraints
                where table_schema = 'public' and table_name <> 'schema_history' and constraint_type <> 'CHECK'""");
    }

    /** Columns of each primary key, in order. */
    static Set<String> primaryKeys(DataSource dataSource) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            for (String table : tables(data)) {
                Map<Integer, String> columns = new TreeMap<>();
                try (ResultSet key = data.getPrimaryKeys(null, "public", table)) {
                    while (key.next()) {
                        columns.put(key.getInt("KEY_SEQ"), key.getString("COLUMN_NAME"));
                    }
                }
                lines.add(table + " " + columns.values());
            }
        }
        return lines;
    }

    /** Columns of each index in order, whether it is unique, and its name where it is ours. */
    static Set<String> indexes(DataSource dataSource) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            for (String table : tables(data)) {
                Map<String, List<String>> columns = new TreeMap<>();
                try (ResultSet index = data.getIndexInfo(null, "public", table, false, false)) {
                    while (index.next()) {
                        String name = index.getString("INDEX_NAME").toLowerCase(Locale.ROOT)
                                + (index.getBoolean("NON_UNIQUE") ? "" : " unique");
                        columns.computeIfAbsent(name, k -> new ArrayList<>()).add(index.getString("COLUMN_NAME"));
                    }
                }
                columns.forEach((name, of) -> lines.add(table + " " + of + " " + ours(name)));
            }
        }
        return lines;
    }

    /** Rows of each table. */
    static Map<String, Long> counts(DataSource dataSource) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables(connection.getMetaData())) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
        }
        return counts;
    }

    /** A constraint's index has a name of the database's choice. */
    private static String ours(String name) {
        return name.matches(".*(_pkey|primary_key|constraint_|_index_|_once|_pk).*")
                ? name.replaceAll("^\\S+", "")
                : name;
    }

    private static List<String> tables(DatabaseMetaData data) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet table = data.getTables(null, "public", null, new String[] {"TABLE", "BASE TABLE"})) {
            while (table.next()) {
                if (!table.getString("TABLE_NAME").equals(HISTORY)) {
                    names.add(table.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    private static Set<String> lines(DataSource dataSource, String sql) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    line.append(row.getString(i)).append(' ');
                }
                lines.add(line.toString().toLowerCase(Locale.ROOT).strip());
            }
        }
        return lines;
    }
}
