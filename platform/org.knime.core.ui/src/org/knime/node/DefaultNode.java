// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeDescription.DescriptionLink;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;

/**
 * The declaration of a node: its texts, its ports and its model. Shared by all nodes of a factory, so it holds no state
 * of a node.
 */
public final class DefaultNode implements FluentNodeAPI {
    private final NodeTexts m_texts;

    private final NodePorts m_ports;

    private final DefaultModel m_model;

    private final List<DescriptionLink> m_links = new ArrayList<>();

    private Optional<DefaultView> m_view = Optional.empty();

    private Optional<NodeType> m_nodeType = Optional.empty();

    private Optional<List<String>> m_keywords = Optional.empty();

    private DefaultNode(final NodeTexts texts, final NodePorts ports, final DefaultModel model) {
        m_texts = texts;
        m_ports = ports;
        m_model = model;
    }

    /** @return the first stage of a new declaration */
    public static RequireName create() {
        return name -> icon -> shortDescription -> fullDescription -> (major, minor, revision) -> groups -> model -> {
            final var ports = new NodePorts();
            groups.accept(ports);
            final var since = new Version(major, minor, revision);
            return new DefaultNode(new NodeTexts(name, icon, shortDescription, fullDescription, since), ports,
                model.apply(DefaultModel.create()));
        };
    }

    /**
     * @param view declares the one view
     * @return this
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        m_view = Optional.of(setOnce("view", m_view, view.apply(DefaultView.create())));
        return this;
    }

    /**
     * @param type the kind of the node; without: source, sink or manipulator by its ports
     * @return this
     */
    public DefaultNode nodeType(final NodeType type) {
        m_nodeType = Optional.of(setOnce("type", m_nodeType, type));
        return this;
    }

    /**
     * @param keywords further words by which the node is found
     * @return this
     */
    public DefaultNode keywords(final String... keywords) {
        if (Arrays.asList(keywords).contains(null)) {
            throw new IllegalArgumentException("A keyword must not be null.");
        }
        m_keywords = Optional.of(setOnce("list of keywords", m_keywords, List.of(keywords)));
        return this;
    }

    /**
     * @param href the address of further reading
     * @param description the text of the link
     * @return this
     */
    public DefaultNode addExternalResource(final String href, final String description) {
        m_links.add(new DescriptionLink(href, description));
        return this;
    }

    NodePorts ports() {
        return m_ports;
    }

    DefaultModel model() {
        return m_model;
    }

    NodeTexts texts() {
        return m_texts;
    }

    List<DescriptionLink> links() {
        return m_links;
    }

    Optional<DefaultView> view() {
        return m_view;
    }

    List<String> keywords() {
        return m_keywords.orElse(List.of());
    }

    NodeType nodeType() {
        final var byPorts = m_ports.inputs().isEmpty() ? NodeType.Source
            : m_ports.outputs().isEmpty() ? NodeType.Sink : NodeType.Manipulator;
        return m_nodeType.orElse(byPorts);
    }

    private static <T> T setOnce(final String what, final Optional<T> present, final T value) {
        if (present.isPresent()) {
            throw new IllegalStateException("A node has one %s only.".formatted(what));
        }
        return value;
    }

    /** The stage at which a node gets its name. */
    @FunctionalInterface
    public interface RequireName {
        /**
         * @param name the visible name, plain text
         * @return the next stage
         */
        RequireIcon name(String name);
    }

    /** The stage at which a node gets its icon. */
    @FunctionalInterface
    public interface RequireIcon {
        /**
         * @param path the path of a 16 x 16 picture, seen from the class of the factory; nothing happens if it is
         *   absent
         * @return the next stage
         */
        RequireShortDescription icon(String path);
    }

    /** The stage at which a node gets its short description. */
    @FunctionalInterface
    public interface RequireShortDescription {
        /**
         * @param description one sentence, an XML fragment
         * @return the next stage
         */
        RequireFullDescription shortDescription(String description);
    }

    /** The stage at which a node gets its full description. */
    @FunctionalInterface
    public interface RequireFullDescription {
        /**
         * @param description the explanation, an XML fragment
         * @return the next stage
         */
        RequireSinceVersion fullDescription(String description);
    }

    /** The stage at which a node gets the version it exists since. */
    @FunctionalInterface
    public interface RequireSinceVersion {
        /**
         * @param major the first number
         * @param minor the second number
         * @param revision the third number
         * @return the next stage
         */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** The stage at which a node gets its model. */
    @FunctionalInterface
    public interface RequireModel {
        /**
         * @param model declares the model
         * @return the node
         */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
