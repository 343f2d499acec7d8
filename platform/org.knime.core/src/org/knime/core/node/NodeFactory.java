// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Makes the model of one kind of node and knows its texts. One instance per node; named by its class in plugin.xml and
 * in stored workflows.
 *
 * @param <T> the model
 */
public abstract class NodeFactory<T extends NodeModel> {

    /** What a node is for. */
    public enum NodeType {
        /** Makes data. */
        Source,
        /** Takes data away. */
        Sink,
        /** Trains something. */
        Learner,
        /** Applies something trained. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Part of a page. */
        Widget,
        /** A metanode. */
        Meta,
        /** Begins a loop. */
        LoopStart,
        /** Ends a loop. */
        LoopEnd,
        /** Begins a scope. */
        ScopeStart,
        /** Ends a scope. */
        ScopeEnd,
        /** A form. */
        QuickForm,
        /** Part of a component's dialog. */
        Configuration,
        /** Something else. */
        Other,
        /** Stands for a node that is not installed. */
        Missing,
        /** Nothing is known. */
        Unknown,
        /** A component. */
        Subnode,
        /** The inside of a component's input. */
        VirtualIn,
        /** The inside of a component's output. */
        VirtualOut,
        /** Talks to an outer caller. */
        Container
    }

    private NodeDescription m_description;

    /** Reads the description at once. */
    protected NodeFactory() {
        this(false);
    }

    /** @param lazy whether {@link #init()} is left to the subclass or to the first use */
    protected NodeFactory(final boolean lazy) {
        if (!lazy) {
            init();
        }
    }

    /** Reads the description unless that has been done. */
    public synchronized void init() {
        if (m_description == null) {
            try {
                m_description = createNodeDescription();
            } catch (SAXException | IOException e) {
                throw new IllegalStateException(
                    "The description of " + getClass().getName() + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private NodeDescription description() {
        init();
        return m_description;
    }

    /**
     * Reads the XML file beside the factory.
     *
     * @return the description
     * @throws SAXException if the file is not well-formed
     * @throws IOException if it cannot be read
     */
    protected NodeDescription createNodeDescription() throws SAXException, IOException {
        try (var xml = getPropertiesInputStream()) {
            return xml == null ? new XmlNodeDescription(getClass().getSimpleName(), null)
                : XmlNodeDescription.read(getClass().getSimpleName(), xml);
        }
    }

    /**
     * @return the XML file of the same name beside this class or one of its superclasses, {@code null} if there is none
     */
    protected InputStream getPropertiesInputStream() {
        for (Class<?> type = getClass(); type != NodeFactory.class; type = type.getSuperclass()) {
            final var xml = type.getResourceAsStream(type.getSimpleName() + ".xml");
            if (xml != null) {
                return xml;
            }
        }
        return null;
    }

    /** @return the name by which this factory is found, unique over all nodes */
    public final String getFactoryId() {
        return getClass().getName();
    }

    /** @return the whole description, or {@code null} */
    public Element getXMLDescription() {
        return description().getXMLDescription();
    }

    /**
     * Restores what {@link #saveAdditionalFactorySettings} stored; called before the model is made.
     *
     * @param config read from
     * @throws InvalidSettingsException if something is missing
     */
    public void loadAdditionalFactorySettings(final ConfigRO config) throws InvalidSettingsException {
        // most factories have nothing to restore
    }

    /** @param config gets what tells this factory from others of its class */
    public void saveAdditionalFactorySettings(final ConfigWO config) {
        // most factories have nothing to store
    }

    /** @return the visible name of the node */
    public final String getNodeName() {
        return description().getNodeName();
    }

    /**
     * @param index of an input, without the flow variable port
     * @return its name
     */
    public String getInportName(final int index) {
        return description().getInportName(index);
    }

    /**
     * @param index of an output, without the flow variable port
     * @return its name
     */
    public String getOutportName(final int index) {
        return description().getOutportName(index);
    }

    /**
     * @param index of an input, without the flow variable port
     * @return its description
     */
    public final String getInportDescription(final int index) {
        return description().getInportDescription(index);
    }

    /**
     * @param index of an output, without the flow variable port
     * @return its description
     */
    public final String getOutportDescription(final int index) {
        return description().getOutportDescription(index);
    }

    /** @return further words under which the node is found */
    public final String[] getKeywords() {
        return description().getKeywords();
    }

    /** @return the kind of node */
    public NodeType getType() {
        return description().getType();
    }

    /** @return the picture of the node, or {@code null} */
    public URL getIcon() {
        final var path = description().getIconPath();
        return path == null || path.isEmpty() ? null : getClass().getResource(path);
    }

    /** @return the name of the interactive view, or {@code null} */
    public String getInteractiveViewName() {
        return description().getInteractiveViewName();
    }

    /** @return whether the node should no longer be used */
    public final boolean isDeprecated() {
        return description().isDeprecated();
    }

    /** @return a new model */
    public abstract T createNodeModel();

    /**
     * @param context the file the node was made from
     * @return a new model
     */
    protected T createNodeModel(final NodeCreationContext context) {
        return createNodeModel();
    }

    /**
     * @param configuration the ports that the model shall have
     * @return a new model
     */
    protected T createNodeModel(final NodeCreationConfiguration configuration) {
        return createNodeModel();
    }

    /** @return the number of views */
    protected abstract int getNrNodeViews();

    /**
     * @param index of a view
     * @param model what it shows
     * @return a new view
     */
    public abstract NodeView<T> createNodeView(int index, T model);

    /**
     * @param index of a view
     * @param model what it shows
     * @return a new view
     */
    public AbstractNodeView<T> createAbstractNodeView(final int index, final T model) {
        return createNodeView(index, model);
    }

    /** @return whether there is a dialog */
    protected abstract boolean hasDialog();

    /** @return a new dialog */
    protected abstract NodeDialogPane createNodeDialogPane();

    /**
     * @param configuration the ports that the node has
     * @return a new dialog
     */
    protected NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration configuration) {
        return createNodeDialogPane();
    }
}
