// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.swing.JComponent;

import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.Settings;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/**
 * What is known of a network before anything is executed: its architecture with its options, whether it is trained and
 * the classes it tells apart; and of a network that is there the images it was trained on, which only they can tell.
 * Immutable once built or loaded.
 */
public final class NetworkPortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Stores the spec the simple way. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<NetworkPortObjectSpec> {
    }

    private static final String KEY_ARCHITECTURE = "architecture";

    private static final String KEY_OPTIONS = "options";

    private static final String KEY_TRAINED = "trained";

    private static final String KEY_CLASSES = "classes";

    private static final String KEY_INPUT = "input";

    private String m_architecture = "";

    private ArchitectureOptions m_options = ArchitectureOptions.DEFAULT;

    private boolean m_trained;

    private List<String> m_classes = List.of();

    private Optional<ImageShape> m_input = Optional.empty();

    /** For loading only. */
    public NetworkPortObjectSpec() {
    }

    private NetworkPortObjectSpec(final String architecture, final ArchitectureOptions options, final boolean trained,
        final List<String> classes) {
        m_architecture = architecture;
        m_options = options;
        m_trained = trained;
        m_classes = List.copyOf(classes);
    }

    private NetworkPortObjectSpec(final String architecture, final List<String> classes, final ImageShape input) {
        this(architecture, ArchitectureOptions.DEFAULT, true, classes);
        m_input = Optional.of(input);
    }

    /**
     * @param architecture id of an architecture
     * @param options how it is changed
     * @return the spec of a network that is not trained yet; it takes its input size and classes from the data
     */
    public static NetworkPortObjectSpec untrained(final String architecture, final ArchitectureOptions options) {
        return new NetworkPortObjectSpec(architecture, options, false, List.of());
    }

    /**
     * @param architecture id or name of an architecture
     * @param classes the classes in the order of the network's outputs
     * @return the spec of a trained network
     */
    public static NetworkPortObjectSpec trained(final String architecture, final List<String> classes) {
        return new NetworkPortObjectSpec(architecture, ArchitectureOptions.DEFAULT, true, classes);
    }

    /**
     * @param network a trained network
     * @return its spec
     */
    public static NetworkPortObjectSpec of(final Network network) {
        final String architecture = network.history().architecture();
        return new NetworkPortObjectSpec(architecture.isEmpty() ? "network" : architecture, network.classes(),
            network.spec().input());
    }

    /** @return id of the architecture; of a trained network any name of it */
    public String architecture() {
        return m_architecture;
    }

    /** @return how the architecture is changed; of a trained network the default, as its layers say it all */
    public ArchitectureOptions options() {
        return m_options;
    }

    /** @return whether the network has learned anything */
    public boolean isTrained() {
        return m_trained;
    }

    /** @return the classes in the order of the network's outputs; empty while it is not trained; not modifiable */
    public List<String> classes() {
        return m_classes;
    }

    /** @return shape of the images that the network was trained on; empty as long as it is not known */
    public Optional<ImageShape> input() {
        return m_input;
    }

    /** @return the architecture's visible name; of one that this version does not know the name it has */
    public String label() {
        return Architectures.infos().stream().filter(info -> info.id().equals(m_architecture))
            .map(ArchitectureInfo::label).findFirst().orElse(m_architecture);
    }

    /** Shows in one table what is known. */
    @Override
    public JComponent[] getViews() {
        return new JComponent[]{NetworkViews.table("Network", NetworkFacts.of(this))};
    }

    /**
     * The check of nodes that need a trained network.
     *
     * @throws InvalidSettingsException if it is an architecture only
     */
    public void checkTrained() throws InvalidSettingsException {
        final var problem = untrained();
        if (problem.isPresent()) {
            throw problem.get().toInvalidSettingsException();
        }
    }

    Optional<Message> untrained() {
        return m_trained ? Optional.empty() : Optional.of(Message.fromSummaryWithResolution(
            "The network must be trained, but is the architecture \"%s\" only.".formatted(label()),
            "Put a CNN Learner between the CNN Architecture and this node."));
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString(KEY_ARCHITECTURE, m_architecture);
        final ModelContentWO options = model.addModelContent(KEY_OPTIONS);
        Settings.texts(m_options).forEach(options::addString);
        model.addBoolean(KEY_TRAINED, m_trained);
        model.addStringArray(KEY_CLASSES, m_classes.toArray(String[]::new));
        m_input.ifPresent(
            shape -> model.addIntArray(KEY_INPUT, shape.channels(), shape.height(), shape.width()));
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_architecture = model.getString(KEY_ARCHITECTURE);
        m_options = model.containsKey(KEY_OPTIONS) ? options(model.getModelContent(KEY_OPTIONS))
            : ArchitectureOptions.DEFAULT;
        m_trained = model.getBoolean(KEY_TRAINED);
        m_classes = List.of(model.getStringArray(KEY_CLASSES));
        m_input = model.containsKey(KEY_INPUT) ? Optional.of(shape(model.getIntArray(KEY_INPUT))) : Optional.empty();
    }

    private static ImageShape shape(final int[] sizes) throws InvalidSettingsException {
        if (sizes.length != 3 || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new InvalidSettingsException(
                "The stored network must name the channels, height and width of its images, but has %s."
                    .formatted(Arrays.toString(sizes)));
        }
        return new ImageShape(sizes[0], sizes[1], sizes[2]);
    }

    private static ArchitectureOptions options(final ModelContentRO model) throws InvalidSettingsException {
        final var values = new HashMap<String, String>();
        for (final String key : model) {
            values.put(key, model.getString(key));
        }
        return EngineCall.configure(
            () -> Settings.read("CNN Architecture", ArchitectureOptions.DEFAULT, values));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof NetworkPortObjectSpec that && m_trained == that.m_trained
            && m_architecture.equals(that.m_architecture) && m_options.equals(that.m_options)
            && m_classes.equals(that.m_classes) && m_input.equals(that.m_input);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_architecture, m_options, m_trained, m_classes, m_input);
    }
}
