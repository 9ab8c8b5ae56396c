/** The web pages in a real browser, in front of a real engine. */
package io.tactus.web;
