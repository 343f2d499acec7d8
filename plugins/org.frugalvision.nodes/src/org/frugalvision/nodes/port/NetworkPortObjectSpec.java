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
import org.frugalvision.engine.network.Labelling;
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

    /** There only if images have several labels. */
    private static final String KEY_LABELLING = "labelling";

    private static final String SEVERAL = "several";

    private String m_architecture = "";

    private ArchitectureOptions m_options = ArchitectureOptions.DEFAULT;

    private boolean m_trained;

    private List<String> m_classes = List.of();

    private Optional<ImageShape> m_input = Optional.empty();

    private Labelling m_labelling = Labelling.ONE;

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

    private NetworkPortObjectSpec(final String architecture, final Network network) {
        this(architecture, ArchitectureOptions.DEFAULT, true, network.classes());
        m_input = Optional.of(network.spec().input());
        m_labelling = network.labelling();
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
     * @return the spec of a trained network for images of one class each
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
        return new NetworkPortObjectSpec(architecture.isEmpty() ? "network" : architecture, network);
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

    /** @return how many classes an image belongs to; of an architecture one, until it is trained */
    public Labelling labelling() {
        return m_labelling;
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

    /**
     * The check of nodes that need the one class of an image.
     *
     * @throws InvalidSettingsException if the network tells several labels per image
     */
    public void checkOneClass() throws InvalidSettingsException {
        if (m_labelling == Labelling.SEVERAL) {
            throw Message.fromSummaryWithResolution(
                "The network must tell one class per image for this node, but tells several labels per image.",
                "Connect a network that was trained on a column of strings.").toInvalidSettingsException();
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
        if (m_labelling == Labelling.SEVERAL) {
            model.addString(KEY_LABELLING, SEVERAL);
        }
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
        m_labelling = model.containsKey(KEY_LABELLING) ? labelling(model.getString(KEY_LABELLING)) : Labelling.ONE;
        m_input = model.containsKey(KEY_INPUT) ? Optional.of(shape(model.getIntArray(KEY_INPUT))) : Optional.empty();
    }

    private static Labelling labelling(final String stored) throws InvalidSettingsException {
        if (!stored.equals(SEVERAL)) {
            throw new InvalidSettingsException("The stored network must tell one class or several labels per image, but"
                + " tells \"%s\".".formatted(stored));
        }
        return Labelling.SEVERAL;
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
            && m_classes.equals(that.m_classes) && m_input.equals(that.m_input) && m_labelling == that.m_labelling;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_architecture, m_options, m_trained, m_classes, m_input, m_labelling);
    }
}
