// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.w3c.dom.Element;

/** The texts of a node: its name, its ports, its help. */
public abstract class NodeDescription {

    private boolean m_deprecated;

    /** @return the icon as named by the description, or {@code null} */
    public abstract String getIconPath();

    /**
     * @param index of an input, without the flow variable port
     * @return its description, or {@code null}
     */
    public abstract String getInportDescription(int index);

    /**
     * @param index of an input, without the flow variable port
     * @return its name, or {@code null}
     */
    public abstract String getInportName(int index);

    /** @return the name of the interactive view, or {@code null} */
    public abstract String getInteractiveViewName();

    /** @return the help text of the interactive view */
    public Optional<String> getInteractiveViewDescription() {
        return Optional.empty();
    }

    /** @return the visible name */
    public abstract String getNodeName();

    /** @return the long help text as an XML fragment */
    public Optional<String> getIntro() {
        return Optional.empty();
    }

    /** @return the help on the options, by tab */
    public List<DialogOptionGroup> getDialogOptionGroups() {
        return List.of();
    }

    /** @return links to further reading */
    public List<DescriptionLink> getLinks() {
        return List.of();
    }

    /** @return one sentence on the node */
    public Optional<String> getShortDescription() {
        return Optional.empty();
    }

    /** @return the groups of inputs that can be added */
    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return List.of();
    }

    /** @return the groups of outputs that can be added */
    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return List.of();
    }

    /**
     * @param index of an output, without the flow variable port
     * @return its description, or {@code null}
     */
    public abstract String getOutportDescription(int index);

    /**
     * @param index of an output, without the flow variable port
     * @return its name, or {@code null}
     */
    public abstract String getOutportName(int index);

    /** @return the kind of node */
    public abstract NodeType getType();

    /** @return the number of views */
    public abstract int getViewCount();

    /**
     * @param index of a view
     * @return its description, or {@code null}
     */
    public abstract String getViewDescription(int index);

    /**
     * @param index of a view
     * @return its name, or {@code null}
     */
    public abstract String getViewName(int index);

    /** @return the whole description, or {@code null} */
    public abstract Element getXMLDescription();

    /** @return further words under which the node is found */
    public String[] getKeywords() {
        return new String[0];
    }

    /** @return the version of the extension that first had this node */
    public Optional<Version> getSinceVersion() {
        return Optional.empty();
    }

    /** @param deprecated whether the node should no longer be used */
    protected void setIsDeprecated(final boolean deprecated) {
        m_deprecated = deprecated;
    }

    /** @return whether the node should no longer be used */
    public boolean isDeprecated() {
        return m_deprecated;
    }

    /** A link to further reading. */
    public static final class DescriptionLink {

        private final String m_target;

        private final String m_text;

        /**
         * @param target where it leads
         * @param text what it says
         */
        public DescriptionLink(final String target, final String text) {
            m_target = target;
            m_text = text;
        }

        /** @return where it leads */
        public String getTarget() {
            return m_target;
        }

        /** @return what it says */
        public String getText() {
            return m_text;
        }
    }

    /** The help on one option. */
    public static final class DialogOption {

        private final String m_name;

        private final String m_description;

        private final boolean m_optional;

        /**
         * @param name the visible title
         * @param description the help text as an XML fragment
         * @param optional whether it may stay unset
         */
        public DialogOption(final String name, final String description, final boolean optional) {
            m_name = name;
            m_description = description;
            m_optional = optional;
        }

        /** @return the visible title */
        public String getName() {
            return m_name;
        }

        /** @return the help text as an XML fragment */
        public String getDescription() {
            return m_description;
        }

        /** @return whether it may stay unset */
        public boolean isOptional() {
            return m_optional;
        }
    }

    /** The options on one tab. */
    public static final class DialogOptionGroup {

        private final String m_name;

        private final String m_description;

        private final List<DialogOption> m_options;

        /**
         * @param name of the tab, or {@code null}
         * @param description of the tab, or {@code null}
         * @param options on it
         */
        public DialogOptionGroup(final String name, final String description, final List<DialogOption> options) {
            m_name = name;
            m_description = description;
            m_options = List.copyOf(options);
        }

        /** @return the name of the tab */
        public Optional<String> getName() {
            return Optional.ofNullable(m_name);
        }

        /** @return the description of the tab */
        public Optional<String> getDescription() {
            return Optional.ofNullable(m_description);
        }

        /** @return the options on it */
        public List<DialogOption> getOptions() {
            return m_options;
        }
    }

    /** The texts of a group of ports that can be added. */
    public static final class DynamicPortGroupDescription {

        private final String m_name;

        private final String m_identifier;

        private final String m_description;

        /**
         * @param name the visible name
         * @param identifier the id of the group
         * @param description the help text
         */
        public DynamicPortGroupDescription(final String name, final String identifier, final String description) {
            m_name = name;
            m_identifier = identifier;
            m_description = description;
        }

        /** @return the visible name */
        public String getGroupName() {
            return m_name;
        }

        /** @return the help text */
        public String getGroupDescription() {
            return m_description;
        }

        /** @return the id of the group */
        public String getGroupIdentifier() {
            return m_identifier;
        }
    }
}
