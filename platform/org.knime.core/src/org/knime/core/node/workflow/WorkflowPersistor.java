// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.ArrayList;
import java.util.List;

/** The names of the stored form of a workflow and the outcome of loading one. */
public interface WorkflowPersistor {

    /** The file that describes the workflow. */
    String WORKFLOW_FILE = "workflow.knime";

    /** One thing to tell about loading. */
    class LoadResultEntry {

        /** How bad it is. */
        public enum LoadResultEntryType {
            /** All is well. */
            Ok,
            /** Something is not as it was. */
            Warning,
            /** Data are missing. */
            DataLoadError,
            /** Something is missing. */
            Error
        }

        private final LoadResultEntryType m_type;

        private final String m_message;

        /** With a text. */
        public LoadResultEntry(final LoadResultEntryType type, final String message) {
            m_type = type;
            m_message = message;
        }

        /** Returns how bad it is. */
        public LoadResultEntryType getType() {
            return m_type;
        }

        /** Returns the text. */
        public String getMessage() {
            return m_message;
        }

        /** Returns what belongs to it. */
        public LoadResultEntry[] getChildren() {
            return new LoadResultEntry[0];
        }

        /** Whether something is missing. */
        public boolean hasErrors() {
            return getType().compareTo(LoadResultEntryType.DataLoadError) >= 0;
        }

        /**
         * Writes this and what belongs to it as far as it is at least so bad, one per line, each level indented more.
         */
        public String getFilteredError(final String indent, final LoadResultEntryType filter) {
            final var text = new StringBuilder(indent + getType() + ": " + m_message);
            for (final var child : getChildren()) {
                if (child.getType().compareTo(filter) >= 0) {
                    text.append('\n').append(child.getFilteredError(indent + "  ", filter));
                }
            }
            return text.toString();
        }

        @Override
        public String toString() {
            return getFilteredError("", LoadResultEntryType.Ok);
        }
    }

    /** The outcome of loading one node or workflow; as bad as the worst that belongs to it. */
    class LoadResult extends LoadResultEntry {

        private final List<LoadResultEntry> m_children = new ArrayList<>();

        /** For what the name says. */
        public LoadResult(final String name) {
            super(LoadResultEntryType.Ok, name);
        }

        @Override
        public LoadResultEntryType getType() {
            return m_children.stream().map(LoadResultEntry::getType).max(LoadResultEntryType::compareTo)
                .orElse(LoadResultEntryType.Ok);
        }

        @Override
        public LoadResultEntry[] getChildren() {
            return m_children.toArray(LoadResultEntry[]::new);
        }

        /** Something is missing. */
        public void addError(final String message) {
            addError(message, false);
        }

        /** Something is missing, data or else. */
        public void addError(final String message, final boolean isDataLoadError) {
            m_children.add(new LoadResultEntry(
                isDataLoadError ? LoadResultEntryType.DataLoadError : LoadResultEntryType.Error, message));
        }

        /** Something is not as it was. */
        public void addWarning(final String message) {
            m_children.add(new LoadResultEntry(LoadResultEntryType.Warning, message));
        }

        /** Adds the outcome of a part. */
        public void addChildError(final LoadResult part) {
            m_children.add(part);
        }
    }

    /** The outcome of loading a workflow. */
    final class WorkflowLoadResult extends LoadResult {

        private WorkflowManager m_workflow;

        /** For the workflow of a name. */
        public WorkflowLoadResult(final String name) {
            super(name);
        }

        void setWorkflowManager(final WorkflowManager workflow) {
            m_workflow = workflow;
        }

        /** Returns the workflow. */
        public WorkflowManager getWorkflowManager() {
            return m_workflow;
        }
    }
}
