package chorus.bundle.parquet;

import chorus.bundle.sheet.Sheet;
import chorus.report.Table.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A sheet as a Parquet file of one row group: texts as strings, counts as INT64, numbers as DOUBLE, all optional; an undefined number is
 * null. Written by the parts of parquet-java that do without Hadoop, hence without compression: its codecs are Hadoop's.
 */
public final class ParquetFile {
    private static final long ROW_GROUP = 128L << 20;
    private static final int PADDING = 8 << 20;
    private static final int FIRST_PAGE = 1 << 10;

    private static final ParquetProperties PROPERTIES =
            ParquetProperties.builder().build();

    private ParquetFile() {}

    /** Pages as they are. */
    private record AsItIs() implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) {
            return bytes;
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.UNCOMPRESSED;
        }

        @Override
        public void release() {
            // holds nothing
        }
    }

    /** Writes a sheet over whatever is there. */
    public static void write(Sheet sheet, Path file) {
        var schema = schema(sheet);
        try (var writer = new ParquetFileWriter(
                new LocalOutputFile(file),
                schema,
                ParquetFileWriter.Mode.OVERWRITE,
                ROW_GROUP,
                PADDING,
                ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
                true)) {
            writer.start();
            if (!sheet.rows().isEmpty()) {
                rowGroup(sheet, schema, writer);
            }
            writer.end(new HashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static void rowGroup(Sheet sheet, MessageType schema, ParquetFileWriter writer) throws IOException {
        try (var allocated = Allocated.of(schema)) {
            var columns = PROPERTIES.newColumnWriteStore(schema, allocated.pages());
            var rows = new ColumnIOFactory(true).getColumnIO(schema).getRecordWriter(columns);
            sheet.rows().forEach(row -> row(sheet, row, rows));
            rows.flush();
            writer.startBlock(sheet.rows().size());
            columns.flush();
            allocated.pages().flushToFileWriter(writer);
            writer.endBlock();
            columns.close();
        }
    }

    /** Pages that are given back. */
    private record Allocated(ColumnChunkPageWriteStore pages) implements AutoCloseable {
        static Allocated of(MessageType schema) {
            return new Allocated(new ColumnChunkPageWriteStore(
                    new AsItIs(), schema, new HeapByteBufferAllocator(), FIRST_PAGE, true));
        }

        @Override
        public void close() {
            pages.close();
        }
    }

    private static MessageType schema(Sheet sheet) {
        var fields = sheet.heads().stream().map(ParquetFile::field).toList();
        return new MessageType(sheet.name(), List.copyOf(fields));
    }

    private static Type field(Sheet.Head head) {
        return switch (head.kind()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(head.name());
            case COUNT -> Types.optional(PrimitiveTypeName.INT64).named(head.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(head.name());
        };
    }

    private static void row(Sheet sheet, List<String> row, RecordConsumer rows) {
        rows.startMessage();
        for (var i = 0; i < row.size(); i++) {
            var head = sheet.heads().get(i);
            var isText = head.kind() == Kind.TEXT;
            if (isText || !row.get(i).isEmpty()) {
                rows.startField(head.name(), i);
                add(head, row.get(i), rows);
                rows.endField(head.name(), i);
            }
        }
        rows.endMessage();
    }

    private static void add(Sheet.Head head, String field, RecordConsumer rows) {
        switch (head.kind()) {
            case TEXT -> rows.addBinary(Binary.fromString(field));
            case COUNT -> rows.addLong(Long.parseLong(field));
            case NUMBER -> rows.addDouble(Double.parseDouble(field));
        }
    }
}
