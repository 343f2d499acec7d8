// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Port objects in files and streams. */
public final class PortUtil {

    private PortUtil() {
    }

    /** How the objects of the class are stored: as registered, else by its nested class Serializer. */
    @SuppressWarnings("unchecked") // a nested serializer is for the class around it
    public static PortObjectSerializer<PortObject> getPortObjectSerializer(final Class<? extends PortObject> type) {
        return PortTypeRegistry.getInstance().getObjectSerializer(type)
            .or(() -> PortTypeRegistry.nested(type, PortObjectSerializer.class)
                .map(s -> (PortObjectSerializer<PortObject>)s))
            .orElseThrow(() -> new IllegalArgumentException("Objects of " + type.getName() + " cannot be stored."));
    }

    /** How the specs of the class are stored: as registered, else by its nested class Serializer. */
    @SuppressWarnings("unchecked") // a nested serializer is for the class around it
    public static PortObjectSpecSerializer<PortObjectSpec> getPortObjectSpecSerializer(
        final Class<? extends PortObjectSpec> type) {
        return PortTypeRegistry.getInstance().getSpecSerializer(type)
            .or(() -> PortTypeRegistry.nested(type, PortObjectSpecSerializer.class)
                .map(s -> (PortObjectSpecSerializer<PortObjectSpec>)s))
            .orElseThrow(() -> new IllegalArgumentException("Specs of " + type.getName() + " cannot be stored."));
    }

    /** A stream for a {@link PortObjectSerializer}. */
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream out) {
        return new PortObjectZipOutputStream(out);
    }

    /** A stream for a {@link PortObjectSerializer}. */
    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream in) {
        return new PortObjectZipInputStream(in);
    }

    /** A stream for a {@link PortObjectSpecSerializer}. */
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream out) {
        return new PortObjectSpecZipOutputStream(out);
    }

    /** A stream for a {@link PortObjectSpecSerializer}. */
    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream in) {
        return new PortObjectSpecZipInputStream(in);
    }

    /** Writes the object with its spec and its file stores. */
    public static void writeObjectToFile(final PortObject object, final File file, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        writeObjectToStream(object, new BufferedOutputStream(new FileOutputStream(file)), exec);
    }

    /** Writes the object with its spec and its file stores, and closes the stream. */
    public static void writeObjectToStream(final PortObject object, final OutputStream out,
        final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        try (PortObjectZipOutputStream zip = getPortObjectZipOutputStream(out)) {
            PortObjectArchive.write(object, zip, exec);
        }
    }

    /**
     * Reads an object; its file stores become temporary files.
     *
     * @throws IOException if the file is truncated, damaged, or of a class that is not available
     */
    public static PortObject readObjectFromFile(final File file, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        return readObjectFromStream(new BufferedInputStream(new FileInputStream(file)), exec);
    }

    /**
     * Reads an object, and closes the stream; its file stores become temporary files.
     *
     * @throws IOException if the data is truncated, damaged, or of a class that is not available
     */
    public static PortObject readObjectFromStream(final InputStream in, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        try (PortObjectZipInputStream zip = getPortObjectZipInputStream(in)) {
            return PortObjectArchive.read(zip, exec);
        } catch (final EOFException ex) { // comes without a message
            throw new IOException("Port object cannot be read: the data is truncated.", ex);
        } catch (final RuntimeException ex) { // what decoders let out on damaged bytes
            throw new IOException("Port object cannot be read: " + ex, ex);
        }
    }

    /** Reads the spec of an object that {@link #writeObjectToFile} wrote. */
    public static PortObjectSpec readObjectSpecFromFile(final File file) throws IOException {
        try (PortObjectZipInputStream zip =
            getPortObjectZipInputStream(new BufferedInputStream(new FileInputStream(file)))) {
            return PortObjectArchive.readSpec(zip);
        }
    }
}
