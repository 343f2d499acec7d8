// SPDX-License-Identifier: Apache-2.0
/** What savings are worth: accuracy of several results beside what each cost, relative to one of them. */
package org.frugalvision.engine.report;
