// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.knime.node.NodePorts.Group;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The description of a {@link DefaultNode}. */
final class DefaultNodeDescription extends NodeDescription {
    private final DefaultNode m_node;

    private final List<DialogOption> m_options;

    private final Element m_xml;

    private DefaultNodeDescription(final DefaultNode node, final List<DialogOption> options, final Element xml) {
        m_node = node;
        m_options = options;
        m_xml = xml;
    }

    /** @throws SAXException if one of the texts is no well-formed XML fragment */
    static DefaultNodeDescription of(final DefaultNode node) throws SAXException, IOException {
        final var options = node.model().parametersClass().map(DialogOptions::of).orElse(List.of());
        return new DefaultNodeDescription(node, options, new DescriptionXml(node, options).parse());
    }

    @Override
    public String getIconPath() {
        return m_node.texts().icon();
    }

    @Override
    public String getNodeName() {
        return m_node.texts().name();
    }

    @Override
    public Optional<String> getShortDescription() {
        return Optional.ofNullable(m_node.texts().shortDescription());
    }

    @Override
    public Optional<String> getIntro() {
        return Optional.ofNullable(m_node.texts().fullDescription());
    }

    @Override
    public Optional<Version> getSinceVersion() {
        return Optional.of(m_node.texts().since());
    }

    @Override
    public List<DialogOptionGroup> getDialogOptionGroups() {
        return m_options.isEmpty() ? List.of()
            : List.of(new DialogOptionGroup(DescriptionXml.OPTIONS_TAB, null, m_options));
    }

    @Override
    public List<DescriptionLink> getLinks() {
        return List.copyOf(m_node.links());
    }

    @Override
    public String[] getKeywords() {
        return m_node.keywords().toArray(String[]::new);
    }

    @Override
    public NodeType getType() {
        return m_node.nodeType();
    }

    @Override
    public String getInportName(final int index) {
        return text(m_node.ports().inputs(), index, Group::name);
    }

    @Override
    public String getInportDescription(final int index) {
        return text(m_node.ports().inputs(), index, Group::description);
    }

    @Override
    public String getOutportName(final int index) {
        return text(m_node.ports().outputs(), index, Group::name);
    }

    @Override
    public String getOutportDescription(final int index) {
        return text(m_node.ports().outputs(), index, Group::description);
    }

    @Override
    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return dynamic(m_node.ports().inputs());
    }

    @Override
    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return dynamic(m_node.ports().outputs());
    }

    @Override
    public String getInteractiveViewName() {
        return m_node.view().map(view -> getNodeName()).orElse(null);
    }

    @Override
    public Optional<String> getInteractiveViewDescription() {
        return m_node.view().map(DefaultView::description);
    }

    @Override
    public int getViewCount() {
        return 0;
    }

    @Override
    public String getViewName(final int index) {
        return null;
    }

    @Override
    public String getViewDescription(final int index) {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return m_xml;
    }

    private static String text(final List<Group> groups, final int index, final Function<Group, String> text) {
        return index < groups.size() ? text.apply(groups.get(index)) : null;
    }

    private static List<DynamicPortGroupDescription> dynamic(final List<Group> groups) {
        return groups.stream().filter(group -> group.mode().isDynamic())
            .map(group -> new DynamicPortGroupDescription(group.name(), group.id(), group.description())).toList();
    }
}
