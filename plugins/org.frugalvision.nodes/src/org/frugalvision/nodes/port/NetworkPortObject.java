// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.run.FileProblem;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * A network on its way between nodes: either the choice of an architecture or a trained network. The trained network
 * lies in a file store in the engine's own format, so that KNIME saves, copies and deletes it with the workflow; it is
 * read from there when it is asked for, and every damage of the file is told. Immutable.
 */
public final class NetworkPortObject extends FileStorePortObject {

    /** The port type of networks. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(NetworkPortObject.class);

    /** The same for ports that need not be connected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(NetworkPortObject.class, true);

    private NetworkPortObjectSpec m_spec;

    private String m_summary;

    /** For loading only: the serializer fills it, KNIME attaches the file store. */
    public NetworkPortObject() {
    }

    private NetworkPortObject(final NetworkPortObjectSpec spec, final String summary, final FileStore file) {
        super(List.of(file));
        m_spec = spec;
        m_summary = summary;
    }

    /**
     * @param spec an untrained network
     * @param label the architecture's visible name
     * @param context of the running node
     * @return the choice of that architecture
     * @throws KNIMEException if the file store cannot be written
     */
    public static NetworkPortObject architecture(final NetworkPortObjectSpec spec, final String label,
        final ExecutionContext context) throws KNIMEException {
        try {
            final var file = context.createFileStore("network");
            Files.writeString(file.getFile().toPath(), spec.architecture());
            return new NetworkPortObject(spec, NetworkSummary.of(label, spec.options()), file);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * @param network a trained network
     * @param context of the running node
     * @return the network, written to a file store of the running node
     * @throws KNIMEException if the file store cannot be written
     */
    public static NetworkPortObject trained(final Network network, final ExecutionContext context)
        throws KNIMEException {
        try {
            final var file = context.createFileStore("network");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file.getFile().toPath()))) {
                network.save(out);
            }
            final var spec = NetworkPortObjectSpec.of(network);
            return new NetworkPortObject(spec, NetworkSummary.of(spec.architecture(), network), file);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * @return the trained network, read anew from its file
     * @throws KNIMEException if this is an architecture only, or the file is damaged
     */
    public Network network() throws KNIMEException {
        final var problem = m_spec.untrained();
        if (problem.isPresent()) {
            throw KNIMEException.of(problem.get());
        }
        try {
            return Network.load(getFileStore(0).getFile().toPath());
        } catch (final NetworkFormatException e) {
            throw KNIMEException.of(Message.fromSummaryWithResolution(
                "The stored network cannot be read: %s.".formatted(e.reason()),
                "Reset the node that made the network and execute it again."), e);
        } catch (final IOException e) {
            throw KNIMEException.of(Message.fromSummaryWithResolution(
                "The stored network cannot be read: %s.".formatted(FileProblem.of(e)),
                "Reset the node that made the network and execute it again."), e);
        }
    }

    @Override
    public NetworkPortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        return m_summary;
    }

    /**
     * Shows in one table what is known, and of a trained network its layers and its costs in two others. The network is
     * read from its file for that.
     */
    @Override
    public JComponent[] getViews() {
        if (!m_spec.isTrained()) {
            return m_spec.getViews();
        }
        try {
            final Network network = network();
            return new JComponent[]{NetworkViews.table("Network", NetworkFacts.of(m_spec.label(), network)),
                NetworkViews.table("Layers", NetworkFacts.layers(network.spec())),
                NetworkViews.table("Costs", NetworkFacts.costs(network.history().ledger()))};
        } catch (final KNIMEException e) {
            return new JComponent[]{NetworkViews.table("Network", NetworkFacts.problem(e.getMessage()))};
        }
    }

    private static KNIMEException unwritable(final IOException cause) {
        return KNIMEException.of(Message.fromSummaryWithResolution(
            "The network cannot be written to the workflow's temporary folder: %s.".formatted(
                FileProblem.of(cause)),
            "Free space on that disk, or set another temporary folder in KNIME's preferences."), cause);
    }

    /** Stores the summary; the spec has its own serializer and the network its own file. */
    public static final class Serializer extends PortObjectSerializer<NetworkPortObject> {

        private static final String ENTRY = "summary";

        @Override
        public void savePortObject(final NetworkPortObject network, final PortObjectZipOutputStream out,
            final ExecutionMonitor monitor) throws IOException, CanceledExecutionException {
            out.putNextEntry(new ZipEntry(ENTRY));
            final var data = new DataOutputStream(out);
            data.writeUTF(network.m_summary);
            data.flush();
            out.closeEntry();
        }

        @Override
        public NetworkPortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor monitor) throws IOException, CanceledExecutionException {
            final var entry = in.getNextEntry();
            if (entry == null || !ENTRY.equals(entry.getName())) {
                throw new IOException("The stored network has no entry \"%s\"; it is damaged.".formatted(ENTRY));
            }
            final var network = new NetworkPortObject();
            network.m_summary = new DataInputStream(in).readUTF();
            network.m_spec = (NetworkPortObjectSpec)spec;
            return network;
        }
    }
}
